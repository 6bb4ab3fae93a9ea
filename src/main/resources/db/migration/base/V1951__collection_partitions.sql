-- Who had a return in hand grows with the returns.
select shared.by_province('collection.hand');
