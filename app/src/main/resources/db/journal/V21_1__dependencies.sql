-- Which action is not begun before which other is delivered. Whoever adds one takes the turn first, so that two that
-- would close a circle together are decided one after the other.

create table journal.action_dependency (
    action      uuid not null,
    predecessor uuid not null,
    primary key (action, predecessor)
);

create table journal.dependency_turn (
    taken bigint not null
);

insert into journal.dependency_turn values (0);
