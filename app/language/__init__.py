"""What is known of languages: words, numbers, labels, and the catalogues of translations."""
