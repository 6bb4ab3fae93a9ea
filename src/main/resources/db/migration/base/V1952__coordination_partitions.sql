select shared.by_province('coordination.reminder');
