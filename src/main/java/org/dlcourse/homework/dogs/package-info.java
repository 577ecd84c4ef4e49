/** Handout 5: digits and dog breeds, convolutions and what they learn, and questions on what networks can compute. */
package org.dlcourse.homework.dogs;
