-- Up to which position each policy has seen the ledger.
create table journal.policy (
    name     text   primary key,
    position bigint not null
);
