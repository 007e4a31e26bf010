"""Parts of screens that know the clinic and stand on several pages."""
