-- Whether the engine has told that it is at another point than this database, and whether all that runs there has yet to begin anew.
alter table engine_mark
    add column doubted boolean not null default false,
    add column begins_anew boolean not null default false;
