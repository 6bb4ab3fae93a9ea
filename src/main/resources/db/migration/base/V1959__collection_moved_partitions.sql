-- What reorganisations moved lies with the returns.
select shared.by_province('collection.passed');
select shared.by_province('collection.successor');
