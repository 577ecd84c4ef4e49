/** Reads images from PNG and JPEG files. */
package org.dlcourse.dataset.image;
