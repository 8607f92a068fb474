"""The vocabulary: frozen values and pure rules that every other layer speaks in."""
