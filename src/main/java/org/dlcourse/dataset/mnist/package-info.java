/** Reads MNIST's IDX files. */
package org.dlcourse.dataset.mnist;
