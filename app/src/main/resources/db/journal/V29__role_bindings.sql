-- The roles that accounts hold: for a body, a plan, an institution, or the whole register. A role that has ended stays,
-- so that it can be told who could do what on any day.

create table journal.role_binding (
    id         uuid        primary key,
    account    text        not null references journal.account,
    role       text        not null,
    bound_kind text        check (bound_kind in ('body', 'plan', 'institution')),
    bound_to   uuid,
    from_on    date        not null,
    until_on   date,
    granted_by text        not null,
    granted_at timestamptz not null default now(),
    ended_by   text,
    ended_at   timestamptz,
    check ((bound_kind is null) = (bound_to is null)),
    check ((role = 'liaison') = (bound_kind is not distinct from 'institution')),
    check (until_on >= from_on)
);

create index role_binding_account on journal.role_binding (account);

-- There were no roles: whoever had an account could do everything.
insert into journal.role_binding (id, account, role, from_on, granted_by)
select gen_random_uuid(), name, 'administrator', created_at::date, 'system:roles' from journal.account;
