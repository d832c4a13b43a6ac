/** The rules of the house, kept by tests: floors, pages, sizes, bans, dependencies, module. */
package org.lodegraph.house;
