package vn.toam.analytics;

import java.util.List;
import vn.toam.collection.OverviewView;
import vn.toam.unit.Unit;

/**
 * What concerns one account now. A part that the account may not see is empty.
 *
 * @param unit where it works
 * @param rounds figures asked of its place, soonest first
 */
public record Overview(Unit unit, List<OverviewView.Item> rounds) {}
