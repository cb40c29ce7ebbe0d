"""Every closed set of words that the program knows, the words of its modules under one name."""

# Stars, because listing each word twice would only give room for mistakes.
from fitwell_desktop.vocabulary.accounts import *  # noqa: F403 -- see above
from fitwell_desktop.vocabulary.analytics import *  # noqa: F403 -- see above
from fitwell_desktop.vocabulary.billing import *  # noqa: F403 -- see above
from fitwell_desktop.vocabulary.clients import *  # noqa: F403 -- see above
from fitwell_desktop.vocabulary.exercises import *  # noqa: F403 -- see above
from fitwell_desktop.vocabulary.messaging import *  # noqa: F403 -- see above
from fitwell_desktop.vocabulary.nutrition import *  # noqa: F403 -- see above
from fitwell_desktop.vocabulary.programs import *  # noqa: F403 -- see above
from fitwell_desktop.vocabulary.progress import *  # noqa: F403 -- see above
from fitwell_desktop.vocabulary.rosters import *  # noqa: F403 -- see above
from fitwell_desktop.vocabulary.scheduling import *  # noqa: F403 -- see above
from fitwell_desktop.vocabulary.videos import *  # noqa: F403 -- see above
from fitwell_desktop.vocabulary.word import *  # noqa: F403 -- see above
from fitwell_desktop.vocabulary.workouts import *  # noqa: F403 -- see above
