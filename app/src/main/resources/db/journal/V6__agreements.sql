-- What commands must know of agreements, and the last number of each series of folios.

create table journal.agreement (
    id          uuid primary key,
    folio       text not null constraint agreement_folio unique,
    recorded_on date not null,
    ended_on    date
);

create table journal.folio (
    series text not null,
    year   int  not null,
    last   int  not null,
    primary key (series, year)
);
