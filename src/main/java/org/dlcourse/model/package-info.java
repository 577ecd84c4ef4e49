/** Architectures as data: what they become in DL4J, their tables of layers and their numbers of parameters. */
package org.dlcourse.model;
