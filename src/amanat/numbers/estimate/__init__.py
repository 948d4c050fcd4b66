r"""How many victims does nobody know of? Multiple systems estimation from lists that overlap.

Several bodies keep lists of people they found: police, hospitals, shelters. How many are on two lists, and how many on
only one, says something about how many are on none. The arithmetic is old and disputed; whoever uses it must show what
every method says, how far they differ, and on how few shared people it all hangs. So `report` never gives one number,
and gives none at all where the lists cannot carry it.

::

    from amanat.numbers import estimate

    table = estimate.read_table("police,hospital,shelter,count\n1,0,0,54\n…")
    print(estimate.report(table).sentence)

=================  ===========================================================  ==============================
module             what it does                                                 paper
=================  ===========================================================  ==============================
`table`            capture histories, checked                                   Chan, Silverman, Vincent 2021, 2
`verdict`          whether the table can carry an estimate                      2021, 2.4; the critics
`kernels`          Poisson log-linear models, existence, identifiability        Fienberg, Rinaldo 2012
`stepwise_pairs`   pairs chosen stepwise                                        2021, 3.2
`bootstrap`        BCa limits that repeat the choice                            2021, 3.3; DiCiccio, Efron 1996
`all_models`       least BIC of all models; bootstrap over the best             Silverman, Chan, Vincent 2024
`graph_average`    average over all decomposable graphs                         Madigan, York 1997
`latent`, `gibbs`  latent classes, many chains                                  Manrique-Vallier 2016
`sensitivity`      a list left out, two lists made one                          Silverman 2014, 2020
`groups`           groups of people; draws of a linkage                         Cruyff et al. 2017; Sadinle 2018
`publication`      small cells kept back                                        -
`summary`          all of it side by side                                       -
=================  ===========================================================  ==============================
"""

from amanat.numbers.estimate.all_models import (
    Hierarchical,
    Model,
    TopBootstrap,
    hierarchical,
    hierarchical_bootstrap,
)
from amanat.numbers.estimate.bootstrap import Bootstrap, bca_limits
from amanat.numbers.estimate.graph_average import Decomposable, decomposable
from amanat.numbers.estimate.groups import Linked, Strata, by_group, over_draws
from amanat.numbers.estimate.latent import LatentClasses, latent_classes
from amanat.numbers.estimate.publication import Published, published
from amanat.numbers.estimate.reading import read_strata, read_table
from amanat.numbers.estimate.sensitivity import Variation, dropped, merged
from amanat.numbers.estimate.stepwise_pairs import Stepwise, check_model, check_pairs, stepwise, stepwise_bootstrap
from amanat.numbers.estimate.summary import METHODS, Report, Row, report, rounded
from amanat.numbers.estimate.table import Table
from amanat.numbers.estimate.verdict import ASSUMPTIONS, CRITICS, refusals, warnings

__all__ = [
    "ASSUMPTIONS",
    "CRITICS",
    "METHODS",
    "Bootstrap",
    "Decomposable",
    "Hierarchical",
    "LatentClasses",
    "Linked",
    "Model",
    "Published",
    "Report",
    "Row",
    "Stepwise",
    "Strata",
    "Table",
    "TopBootstrap",
    "Variation",
    "bca_limits",
    "by_group",
    "check_model",
    "check_pairs",
    "decomposable",
    "dropped",
    "hierarchical",
    "hierarchical_bootstrap",
    "latent_classes",
    "merged",
    "over_draws",
    "published",
    "read_strata",
    "read_table",
    "refusals",
    "report",
    "rounded",
    "stepwise",
    "stepwise_bootstrap",
    "warnings",
]
