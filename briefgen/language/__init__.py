"""The bundled language pipeline: data and its licence, no code."""
