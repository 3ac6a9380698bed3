alter table workflow_version
    add column carries_timers boolean not null default false;
