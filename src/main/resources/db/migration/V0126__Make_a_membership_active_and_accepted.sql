-- active: may work in the organisation. accepted_at: null as long as the person is only invited; until then the organisation sees the
-- name and address that it invited, and not whose log-in that is.
alter table membership
    add column version int not null default 0,
    add column active boolean not null default true,
    add column accepted_at datetime(6),
    add column invited_name varchar(200),
    add column invited_email varchar(254) character set utf8mb4 collate utf8mb4_bin;
