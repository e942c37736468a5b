"""From everything that is written to what is public, and from a finished site to the public folder."""
