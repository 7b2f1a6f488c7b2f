-- What commands must know of deliberations: what agreements that came of them ask, and deliberations that take them up.

create table journal.deliberation (
    meeting      uuid not null references journal.meeting,
    id           uuid not null,
    item         uuid,
    concluded_on date,
    outcome      text,
    primary key (meeting, id)
);
