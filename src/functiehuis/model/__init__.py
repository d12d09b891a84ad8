"""The nouns of the product: frozen dataclasses, standard library only. In and out: nothing but values; no files, no network, no clock."""
