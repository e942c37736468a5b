"""The one home of words: tables of what Swedish minutes say. Standard library only."""
