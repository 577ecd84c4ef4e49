/** The catalogue of requirements, and their evidence in an Allure report. */
package org.dlcourse.report;
