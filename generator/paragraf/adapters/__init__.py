"""Hosts that render pages. Each is one module, and the only one that imports its host."""
