-- With what the meetings of a series begin, since each day on which it was set: the record as it is stored.

create table journal.series_template (
    series uuid  not null,
    body   uuid  not null references journal.body,
    since  date  not null,
    said   bytea not null,
    primary key (series, since)
);
