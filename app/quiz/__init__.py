"""What a student gets: blueprints, drawing, marking, profiles."""
