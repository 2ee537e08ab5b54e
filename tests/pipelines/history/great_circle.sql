-- The distance between two places in km.
select great_circle_km($latitude, $longitude, $other_latitude, $other_longitude)
