"""The calendar: a week or a day, a lane for each day or trainer, everything by mouse and by keyboard."""
