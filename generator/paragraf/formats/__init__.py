"""What municipalities have, PDF, Word and text, as lines: the same facts whatever the format."""
