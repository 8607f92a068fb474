"""What every page needs: headers, logs, origin, errors, the language of the reader."""
