"""How far a ticket is and where it was worked on; drawn files in, plain rows out."""

import math
from pathlib import Path

import pytest

from pipelines.connection import Connection
from pipelines.errors import SettingsInvalid
from pipelines.history.derive import SQL
from pipelines.journey import measure_again
from pipelines.measure.checking import check_rows
from pipelines.settings import read_settings
from tests.loading import LENIENT, World

HERE = Path(__file__).parent
HALF_ROUND_KM = math.pi * 6371.0088
OFFICES = """
    [[offices]]
    name = "London"
    latitude = 51.5074
    longitude = -0.1278

    [[offices]]
    name = "Paris"
    latitude = 48.8566
    longitude = 2.3522
"""
# Every place that a ticket can name, whatever the shipped template has.
TEMPLATE = """
    title = "Trips"
    source = "trips"
    kind = "tickets"
    evidence = "ours"
    missing = [""]

    [columns]
    ticket_id = ["number"]
    opened_at = ["opened"]
    client = ["client"]
    site = ["site"]
    work_mode = ["mode"]
    sub_type = ["finer"]
    subject = ["subject"]
    distance_km = ["km"]
    drive_minutes = ["drive"]
    latitude = ["lat"]
    longitude = ["lon"]
    mileage_km = ["mileage"]
    travel_minutes = ["travel"]
"""


@pytest.fixture
def trips(world: World) -> World:
    """A home that knows two offices and an export of trips."""
    world.settings(OFFICES)
    (world.home / "sources").mkdir()
    (world.home / "sources" / "trips.toml").write_text("\n".join(line.strip() for line in TEMPLATE.splitlines()), encoding="utf-8")
    return world


def tickets(header: str, *rows: str) -> str:
    """An export of tickets T-1, T-2, ... of one day."""
    return "\n".join([f"number,opened,{header}", *(f"T-{n},2026-03-02 09:0{n},{row}" for n, row in enumerate(rows, start=1))])


@pytest.mark.parametrize(
    ("here", "there", "km", "within"),
    [
        ((51.5074, -0.1278), (48.8566, 2.3522), 343.6, 0.5),  # London to Paris
        ((40.6413, -73.7781), (51.4700, -0.4543), 5540, 15),  # New York JFK to Heathrow, as airlines publish it
        ((36.12, -86.67), (33.94, -118.40), 2887.3, 1),  # Nashville to Los Angeles, the example of many textbooks
        ((0, 0.5), (0, -179.5), HALF_ROUND_KM, 0.001),  # antipodes on the equator
        ((51.5, -0.1), (-51.5, 179.9), HALF_ROUND_KM, 0.01),  # antipodes elsewhere
        ((90, 0), (90, 137), 0, 1e-6),  # a pole is one place, whatever the longitude
        ((90, 0), (-90, 45), HALF_ROUND_KM, 0.001),
        ((0, 179.5), (0, -179.5), HALF_ROUND_KM / 180, 0.001),  # one degree across the date line
        ((-17.7553, 177.4434), (-13.83, -172.0083), 1203, 10),  # Nadi to Apia, across the date line
        ((51.5, -0.1), (51.5, -0.1), 0, 1e-9),
    ],
)
def test_great_circles_agree_with_published_distances(
    here: tuple[float, float], there: tuple[float, float], km: float, within: float
) -> None:
    with Connection.in_memory() as connection:
        connection.run(SQL / "place_macros.sql")
        places = {"latitude": here[0], "longitude": here[1], "other_latitude": there[0], "other_longitude": there[1]}

        assert connection.value(HERE / "great_circle.sql", **places) == pytest.approx(km, abs=within)


@pytest.mark.torture
@pytest.mark.parametrize(
    ("row", "km", "told_by"),
    [
        ("Alder,Far,on-site,7,30,,,9,40", 7, "ticket"),
        ("Alder,Works,on-site,,30,,,9,40", 12, "client list"),
        ("Alder,Works,on-site,99999,30,,,9,40", 12, "client list"),
        ("Birch,,on-site,,90,,,9,40", 25, "drive minutes of the client list"),
        ("Cedar,,on-site,,90,51.5074,-0.1278,9,40", 75, "drive minutes of the ticket"),
        ("Cedar,,on-site,,,51.5074,-0.1278,9,40", 0, "coordinates of the ticket"),
        ("Cedar,,on-site,,,95,-0.1278,9,40", 111.19 * 1.3, "coordinates of the client list"),
        ("Cedar,,on-site,,,0,0,9,40", 111.19 * 1.3, "coordinates of the client list"),
        ("Dogwood,,on-site,,,,,9,40", 9, "mileage"),
        ("Dogwood,,on-site,,,,,0,48", 40, "travel time of the ticket"),
        ("Dogwood,,remote,,,,,9,40", None, None),
        ("Dogwood,,on-site,,,,,,0", None, None),
        ("Dogwood,,on-site,-5,-5,10,200,-5,-5", None, None),
        (",,on-site,,,,,,", None, None),
    ],
)
def test_the_distance_is_the_first_that_is_known(trips: World, row: str, km: float | None, told_by: str | None) -> None:
    """Cedar lies one degree of latitude, 111.19 km, south of Paris."""
    trips.load({
        "c.csv": """
            client,site,tier,km,drive minutes,lat,lng
            Alder,Works,Gold,12,60,,
            Birch,,Gold,,30,51.5,-0.1
            Cedar,,Gold,,,47.8566,2.3522
        """,
        "f.csv": tickets("client,site,mode,km,drive,lat,lon,mileage,travel", row),
    }, LENIENT)

    [(found, source)] = trips.rows("placed_ticket", "distance_km", "distance_from")
    assert source == told_by
    assert found == (None if km is None else pytest.approx(km, abs=0.05))


@pytest.mark.torture
def test_no_office_no_distance_from_coordinates(trips: World) -> None:
    trips.settings("")
    trips.load({"f.csv": tickets("mode,lat,lon", "on-site,51.5,-0.1")})

    assert trips.rows("placed_ticket", "distance_km", "distance_band") == [(None, None)]


def test_a_site_is_as_far_as_the_middle_of_its_trips_where_three_tell(trips: World) -> None:
    """Works: 30, 36 and 600 minutes; the middle is 36, 30 km. Yard has two: each ticket its own."""
    trips.load({"f.csv": tickets(
        "client,site,mode,travel",
        "Alder,Works,on-site,30", "Alder,WORKS,on-site,36", "Alder,Works,on-site,600", "Alder,Works,on-site,",
        "Alder,Yard,on-site,12", "Alder,Yard,on-site,24", "Alder,Works,remote,6",
    )})

    assert sorted(trips.rows("placed_ticket", "ticket_id", "distance_km", "distance_from")) == [
        *((f"T-{n}", 30.0, "travel time of the site") for n in (1, 2, 3, 4)),
        ("T-5", 10.0, "travel time of the ticket"), ("T-6", 20.0, "travel time of the ticket"), ("T-7", None, None),
    ]


@pytest.mark.torture
def test_trips_of_both_ways_in_miles_are_halved_and_turned_into_kilometres(trips: World) -> None:
    trips.load({"f.csv": tickets("mode,mileage,travel", "on-site,20,", "on-site,,60")})
    trips.settings('[distance]\ntrip = "both ways"\nmileage_unit = "miles"\ndrive_km_per_hour = 80')
    measure_again(trips.home)

    assert trips.rows("placed_ticket", "distance_km") == [(pytest.approx(16.09344),), (pytest.approx(40),)]


@pytest.mark.torture
def test_another_sites_distance_is_never_borrowed(trips: World) -> None:
    trips.load({
        "c.csv": """
            client,site,tier,distance_km
            Alder,Works,Gold,12
            Birch,East,Gold,5
            Birch,West,Gold,50
            Cedar,,Gold,20
            Cedar,Mill,Gold,30
        """,
        "f.csv": tickets(
            "client,site,mode",
            "Alder,,on-site", "Alder,Elsewhere,on-site", "Birch,,on-site", "Birch,west,on-site", "Cedar,Elsewhere,on-site", "Cedar,Mill,on-site",
        ),
    })

    assert trips.rows("placed_ticket", "ticket_id", "tier", "distance_km") == [
        ("T-1", "Gold", 12), ("T-2", "Gold", None), ("T-3", "Gold", None), ("T-4", "Gold", 50), ("T-5", "Gold", 20), ("T-6", "Gold", 30),
    ]
    with trips.history() as history:
        assert check_rows(history, "on_site_without_distance")[["client", "site", "tickets"]].fillna("").values.tolist() == [
            ["Alder", "Elsewhere", 1], ["Birch", "", 1],
        ]


@pytest.mark.torture
def test_distances_that_were_worked_out_are_counted_by_their_source(trips: World) -> None:
    trips.load({"f.csv": tickets("client,mode,km,drive,mileage", "Alder,on-site,5,,", "Alder,on-site,,12,", "Birch,on-site,,24,", "Birch,on-site,,,7", "Birch,remote,,6,")})

    with trips.history() as history:
        assert check_rows(history, "distance_worked_out").values.tolist() == [
            ["drive minutes of the ticket", 2, 2, 15.0], ["mileage", 1, 1, 7.0],
        ]


@pytest.mark.torture
def test_values_of_a_list_that_cannot_be_are_not_used(trips: World) -> None:
    trips.load({"c.csv": "client,site,tier,km,drive,lat,lon,users,fee\nAlder,,Gold,-3,,95,10,-4,\nBirch,,Gold,4,,51,0,3,9"}, LENIENT)

    assert trips.rows("client", "client", "distance_km", "latitude", "users") == [("Alder", None, None, None), ("Birch", 4, 51, 3)]


@pytest.mark.parametrize(
    ("text", "mode", "certain"),
    [
        ("On-Site", "on_site", True),
        ("onsite", "on_site", True),
        ("Onsite Support", "on_site", True),
        ("Field Service", "on_site", False),
        ("Field", "on_site", False),
        ("Site visit", "on_site", True),
        ("In person", "on_site", False),
        ("at customer site", "on_site", False),
        ("Vor-Ort", "on_site", False),
        ("Vor-Ort-Termin Montag", "on_site", True),
        ("Déplacement", "on_site", False),
        ("Intervention sur site", "on_site", True),
        ("Presencial", "on_site", False),
        ("Remote", "remote", False),
        ("remote session", "remote", False),
        ("Phone call", "remote", False),
        ("Off-site", "remote", False),
        ("Fernwartung", "remote", False),
        ("À distance", "remote", False),
        ("Remoto", "remote", False),
        ("Remote or on-site", None, False),
        ("No site visit", None, False),
        ("not on site", None, False),
        ("Office", None, False),
        ("Fieldgate House", None, False),
        ("Field Street", None, False),
        ("Sheffield", None, False),
        ("Website visitors see an error", None, False),
        ("Web site visit counter broken", "on_site", False),
        ("Printer on site 2 jams", "on_site", False),
        ("Users on site cannot print", "on_site", False),
        ("Cancelled: site visit on Friday", "on_site", False),
        ("Site visit to replace the switch", "on_site", True),
        ("Remote desktop fails", "remote", False),
        ("", None, False),
    ],
)
def test_words_are_read_only_where_they_are_certain(text: str, mode: str | None, certain: bool) -> None:
    with Connection.in_memory() as connection:
        connection.run(SQL / "work_mode_macros.sql")

        assert connection.rows(HERE / "written_work_mode.sql", text=text) == [(mode, certain)]


@pytest.mark.torture
def test_the_work_mode_is_told_by_its_column_then_travel_then_certain_words(trips: World) -> None:
    trips.load({"f.csv": tickets(
        "mode,travel,mileage,finer,subject",
        "Remote,30,,,", "Building 7,30,,,", ",,12,,", ",,,Site visit,", ",,,,Site visit on Monday", "Building 7,,,,Site visit", ",0,0,Printer,Printer on site 2",
        ",,,Remote desktop,VPN",
    )})

    assert trips.rows("ticket", "ticket_id", "work_mode", "work_mode_from") == [
        ("T-1", "remote", "column"), ("T-2", "on_site", "travel"), ("T-3", "on_site", "travel"), ("T-4", "on_site", "words"),
        ("T-5", "on_site", "words"), ("T-6", "on_site", "words"), ("T-7", None, None), ("T-8", None, None),
    ]


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        ("[[offices]]\nlatitude = 1\nlongitude = 1", "Each office needs a name"),
        ('[[offices]]\nname = "A"\nlatitude = 95\nlongitude = 1', "needs a latitude from -90 to 90"),
        ('[[offices]]\nname = "A"\nlatitude = "51"\nlongitude = 1', "needs a latitude from -90 to 90"),
        ('[[offices]]\nname = "A"\nlatitude = nan\nlongitude = 1', "needs a latitude from -90 to 90"),
        ('[[offices]]\nname = "A"\nlatitude = 5', "needs a latitude from -90 to 90"),
        ('offices = ["A"]', "Each office needs a name"),
        ('[offices]\nname = "A"', r"begins with \[\[offices\]\]"),
        ("[distance]\nroad_factor = 0.5", "road_factor must lie between 1 and 5"),
        ("[distance]\nroad_factor = true", "road_factor must lie between 1 and 5"),
        ("[distance]\ndrive_km_per_hour = 0", "drive_km_per_hour must lie between 1 and 200"),
        ('[distance]\ntrip = "there"', 'trip must be "one way" or "both ways"'),
        ('[distance]\nmileage_unit = "m"', 'mileage_unit must be "km" or "miles"'),
    ],
)
def test_settings_that_cannot_be_are_refused_in_a_sentence(world: World, written: str, sentence: str) -> None:
    world.settings(written)

    with pytest.raises(SettingsInvalid, match=sentence):
        read_settings(world.home)
