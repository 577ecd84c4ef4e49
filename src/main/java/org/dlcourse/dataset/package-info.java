/** Labelled images and arrays: file formats, splits, normalisation and the embedded synthetic sets. */
package org.dlcourse.dataset;
