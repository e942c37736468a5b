"""Reports for people: pictures of every page kind, and what Lighthouse says. Run by make, never by make test."""
