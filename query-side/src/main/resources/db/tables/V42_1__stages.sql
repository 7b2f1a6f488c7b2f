-- What kind of matter a case file is, whom it concerns, in which stage it is, whose turn it is, since when and by when.

alter table case_files
    add column kind         text,
    add column parties      uuid[] not null default '{}',
    add column stage        text,
    add column stage_of     uuid,
    add column stage_since  date,
    add column stage_due_on date;
