-- As of inbox_job: the key of a job says which one only together with the start of its instance.
update attention_item
set reference = concat(reference, ' ', json_unquote(json_extract(delivery, '$.variables.startId'))),
    instance_key = json_extract(delivery, '$.processInstanceKey')
where kind = 'JOB' and delivery is not null and json_extract(delivery, '$.variables.startId') is not null;
