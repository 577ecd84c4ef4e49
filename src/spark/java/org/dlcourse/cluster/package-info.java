/** Runs on an Apache Spark cluster; the only package that uses Spark, compiled by {@code -Pspark} alone. */
package org.dlcourse.cluster;
