"""Paragraf: folders of Markdown and YAML become the public site of a Swedish municipality's meetings."""

__version__ = "0.1.0"
