-- Up to where the tables of this schema tell the register. Written in the commit that writes their rows.
create table projected (
    one      boolean primary key default true check (one),
    position bigint  not null
);

insert into projected (position) values (0);
