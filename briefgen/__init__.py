"""briefgen turns a folder of source documents into a brief that an analyst can sign."""

__version__ = "0.1.0"
