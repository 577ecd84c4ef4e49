package org.dlcourse.cluster;

import org.apache.spark.util.AccumulatorV2;

/** The last point of a task's run; executors send it to the driver with their heartbeats. */
final class LastPoint extends AccumulatorV2<RunPoint, RunPoint> {
    private volatile RunPoint point;

    LastPoint() {
        this(RunPoint.NONE);
    }

    private LastPoint(RunPoint point) {
        this.point = point;
    }

    @Override
    public boolean isZero() {
        return point.equals(RunPoint.NONE);
    }

    @Override
    public LastPoint copy() {
        return new LastPoint(point);
    }

    @Override
    public void reset() {
        point = RunPoint.NONE;
    }

    @Override
    public void add(RunPoint newer) {
        point = newer;
    }

    @Override
    public void merge(AccumulatorV2<RunPoint, RunPoint> ended) {
        // A run that has ended has a result.
    }

    @Override
    public RunPoint value() {
        return point;
    }
}
