/** Reads CIFAR-10 in its binary and its Python version, unpacked or as an archive. */
package org.dlcourse.dataset.cifar;
