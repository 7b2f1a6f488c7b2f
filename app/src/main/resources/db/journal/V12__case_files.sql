-- What commands must know of case files: that there is one.

create table journal.case_file (
    id uuid primary key
);
