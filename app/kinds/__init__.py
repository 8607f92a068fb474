"""The kinds of question: one pure module each, and the table that names them."""
