-- The catalogue of territories: reference data that the codes of actions refer to. Rank is the kind's place from the
-- widest to the narrowest: a part is narrower than what it lies in, so nothing ever lies within itself.

create table journal.territory (
    code            text        primary key,
    name            text        not null,
    kind            text        not null,
    rank            int         not null,
    parent          text,
    parent_rank     int,
    priority_index  numeric,
    priority_source text,
    priority_year   int,
    changed_by      text,
    changed_at      timestamptz not null default now(),
    constraint territory_rank unique (code, rank),
    constraint territory_within foreign key (parent, parent_rank) references journal.territory (code, rank),
    constraint territory_narrower check (parent_rank < rank and (parent is null) = (parent_rank is null)),
    constraint territory_priority check (num_nulls(priority_index, priority_source, priority_year) in (0, 3))
);

create index territory_parent on journal.territory (parent);

-- The departments of El Salvador, by ISO 3166-2.
insert into journal.territory (code, name, kind, rank)
values ('SV-AH', 'Ahuachapán', 'department', 2),
       ('SV-CA', 'Cabañas', 'department', 2),
       ('SV-CH', 'Chalatenango', 'department', 2),
       ('SV-CU', 'Cuscatlán', 'department', 2),
       ('SV-LI', 'La Libertad', 'department', 2),
       ('SV-MO', 'Morazán', 'department', 2),
       ('SV-PA', 'La Paz', 'department', 2),
       ('SV-SA', 'Santa Ana', 'department', 2),
       ('SV-SM', 'San Miguel', 'department', 2),
       ('SV-SO', 'Sonsonate', 'department', 2),
       ('SV-SS', 'San Salvador', 'department', 2),
       ('SV-SV', 'San Vicente', 'department', 2),
       ('SV-UN', 'La Unión', 'department', 2),
       ('SV-US', 'Usulután', 'department', 2);
