-- The folio of a meeting's minutes, kept when their approval turns out never to have been: the next approval has it again.

alter table journal.meeting add column minutes_folio text constraint meeting_minutes_folio unique;
